/** `/logout`: here, and at the institution's provider if that is where the session began. */
import { endSessionUrl, type KnownProvider } from './identity-provider.ts';
import { sendPrivatePage } from './pages/private-page.ts';
import { signOutPage } from './pages/sign-in-page.ts';
import { endSession } from './sessions.ts';
import { type AddPage, refuseForeignForm } from './visit.ts';

export function registerSignOut(addPage: AddPage, provider: KnownProvider | undefined): void {
  addPage('GET', '/logout', async (visit) => {
    if (!visit.caller.user) return visit.redirect('/login');
    const elsewhere = await endSessionUrl(visit, provider);
    // The page's policy has to let its form lead there.
    const formTargets = elsewhere ? [elsewhere.origin] : [];
    return sendPrivatePage(visit.reply, signOutPage(visit), { formTargets });
  });

  for (const method of ['POST', 'DELETE'] as const) {
    addPage(method, '/logout', async (visit) => {
      refuseForeignForm(visit);
      const elsewhere = await endSessionUrl(visit, provider);
      await endSession(visit);
      return visit.redirect(elsewhere?.href ?? '/login');
    });
  }
}
