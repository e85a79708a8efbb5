import { Refusal } from '../../errors.ts';

/** What the actions of conversations say of one parameter: a list of one. */
export class ConversationRefusal extends Refusal {
  constructor(attribute: string, message: string, status = 400) {
    super(status, [{ attribute, message }]);
  }
}
