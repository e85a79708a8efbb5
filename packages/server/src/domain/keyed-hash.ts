/** What is stored of secrets that come back: nobody who reads the database can use it. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Site } from '../http/site.ts';

/** @param purpose keeps one kind of secret from passing for another */
export function keyedHash(site: Pick<Site, 'secret'>, purpose: string, text: string): string {
  return createHmac('sha256', site.secret).update(`${purpose}:${text}`).digest('base64url');
}

/** Compares two texts in a time that tells nothing of where they differ. */
export function isSameSecret(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
