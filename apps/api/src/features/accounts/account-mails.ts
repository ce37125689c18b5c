// What we write to people about their account.

import type { Role } from '@support-market/domain/access/roles';
import { wordsIn } from '@support-market/words/words-in';
import type { MailToSend } from '../../ports/mail/mails.repo.ts';

type To = { readonly to: string; readonly name: string; readonly url: string };

export function confirmEmailMail({ to, name, url }: To): MailToSend {
  const say = wordsIn().say('mails');
  return {
    to,
    subject: say('confirmEmail.subject'),
    content: {
      greeting: say('hello', { name }),
      paragraphs: [say('confirmEmail.asked'), say('confirmEmail.works')],
      action: { label: say('confirmEmail.action'), url },
    },
  };
}

export function alreadyHaveAccountMail({ to, name, url }: To): MailToSend {
  const say = wordsIn().say('mails');
  return {
    to,
    subject: say('alreadyAccount.subject'),
    content: {
      greeting: say('hello', { name }),
      paragraphs: [say('alreadyAccount.asked'), say('alreadyAccount.forgotten')],
      action: { label: say('alreadyAccount.action'), url },
    },
  };
}

export function resetPasswordMail({ to, name, url }: To): MailToSend {
  const say = wordsIn().say('mails');
  return {
    to,
    subject: say('resetPassword.subject'),
    content: {
      greeting: say('hello', { name }),
      paragraphs: [say('resetPassword.asked'), say('resetPassword.works')],
      action: { label: say('resetPassword.action'), url },
    },
  };
}

export function passwordChangedMail({ to, name, url, reach }: To & { readonly reach: string }): MailToSend {
  const say = wordsIn().say('mails');
  return {
    to,
    subject: say('passwordChanged.subject'),
    content: {
      greeting: say('hello', { name }),
      paragraphs: [say('passwordChanged.changed'), say('passwordChanged.notYou', { councilReach: reach })],
      action: { label: say('passwordChanged.action'), url },
    },
  };
}

/** The same for somebody without an e-mail address, who can ask for no link. */
export function passwordChangedLetter(name: string, reach: string): Omit<MailToSend, 'to'> {
  const say = wordsIn().say('mails');
  return {
    subject: say('passwordChanged.subject'),
    content: {
      greeting: say('hello', { name }),
      paragraphs: [
        say('passwordChanged.changedOnPaper'),
        say('passwordChanged.notYouOnPaper', { councilReach: reach }),
      ],
    },
  };
}

interface PaperWords {
  readonly to: string;
  readonly accountName: string;
  readonly signInName: string;
  readonly reach: string;
}

/** To the person for whom an account was made on paper, their own or a helper's. */
export function paperAccountLetter({ to, accountName, signInName, reach }: PaperWords): Omit<MailToSend, 'to'> {
  const say = wordsIn().say('mails');
  return {
    subject: say('paperAccount.subject'),
    content: {
      greeting: say('hello', { name: to }),
      paragraphs: [
        say('paperAccount.made', { accountName, signInName }),
        say('paperAccount.known', { councilReach: reach }),
      ],
    },
  };
}

export function paperCodeLetter({ to, accountName, signInName, reach }: PaperWords): Omit<MailToSend, 'to'> {
  const say = wordsIn().say('mails');
  return {
    subject: say('paperCode.subject'),
    content: {
      greeting: say('hello', { name: to }),
      paragraphs: [
        say('paperCode.printed', { accountName, signInName }),
        say('paperCode.known', { councilReach: reach }),
      ],
    },
  };
}

export function invitationMail(invitation: {
  readonly to: string;
  readonly name: string | null;
  readonly url: string;
  readonly councilName: string;
  readonly role: Role;
  readonly organisationName: string | null;
}): MailToSend {
  const { to, name, url, councilName: council, organisationName: organisation } = invitation;
  const say = wordsIn().say('mails');
  const role = say(`roles.${invitation.role}`);
  return {
    to,
    subject: say('invitation.subject', { council }),
    content: {
      greeting: name === null ? say('helloAll') : say('hello', { name }),
      paragraphs: [
        organisation === null
          ? say('invitation.invites', { council, role })
          : say('invitation.invitesFor', { council, role, organisation }),
        say('invitation.about'),
        say('invitation.works'),
      ],
      action: { label: say('invitation.action'), url },
    },
  };
}
