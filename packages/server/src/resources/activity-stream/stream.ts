import { emptyPage } from '../../domain/empty-page.ts';
import type { Context } from '../../http/context.ts';

/** Nothing that would show in a stream exists here yet. Its pages hold 21 items unless asked otherwise. */
export const emptyStream = (ctx: Context) => emptyPage(ctx, 'total', { default: 21, most: 100 });
