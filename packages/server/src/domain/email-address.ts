/** Whether a text could be an address to write to; as lenient as mail servers are. */
export const isEmailAddress = (text: string): boolean =>
  text.length <= 254 && /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\]+\.[^\s@<>(),;:"[\]\\]+$/.test(text);
