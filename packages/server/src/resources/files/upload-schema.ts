import { Either, MapOf, Shape, Text } from '../../http/schema.ts';
import { Progress } from '../progress/schema.ts';

/** Step 1 answers where the file is to be sent, or of an upload by URL the job that fetches it. */
export const Upload = Either(
  Shape({ upload_url: Text, upload_params: MapOf(Text), file_param: Text }),
  Shape({ progress: Progress }),
);
