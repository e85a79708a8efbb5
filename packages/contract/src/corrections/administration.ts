import type { Correction } from '../corrections.ts';
import { text } from './params.ts';

export const administrationCorrections: readonly Correction[] = [
  {
    operations: ['POST /api/v1/progress/{id}/cancel'],
    because: 'The message is described in the text only.',
    source: 'app/controllers/progress_controller.rb cancel',
    params: { message: text },
  },
];
