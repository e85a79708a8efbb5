import { Anything, Shape } from '../../http/schema.ts';

export const CustomData = Shape({ data: Anything });
