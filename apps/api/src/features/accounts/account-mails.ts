// What we write to people about their account, in plain English.

import type { Role } from '@support-market/domain/access/roles';
import type { MailToSend } from '../../ports/mail/mails.repo.ts';

const ROLE_NAMES: Readonly<Record<Role, string>> = {
  'budget-holder': 'a budget holder',
  representative: 'a representative',
  broker: 'a broker',
  provider: 'a provider',
  'isf-holder': 'a holder of individual service funds',
  'community-group': 'a community group',
  practitioner: 'a practitioner',
  manager: 'a manager',
  finance: 'a finance officer',
  commissioner: 'a commissioner',
  auditor: 'an auditor',
  editor: 'an editor of the catalogue',
  administrator: 'an administrator',
};

type To = { readonly to: string; readonly name: string; readonly url: string };

export function confirmEmailMail({ to, name, url }: To): MailToSend {
  return {
    to,
    subject: 'Finish making your account',
    content: {
      greeting: `Hello ${name},`,
      paragraphs: [
        'You asked for an account at Support Market. Follow the link below and enter the password you chose. Then your account is ready.',
        'The link works for three days. If you did not ask for this, you need do nothing: there will be no account.',
      ],
      action: { label: 'Finish making my account', url },
    },
  };
}

export function alreadyHaveAccountMail({ to, name, url }: To): MailToSend {
  return {
    to,
    subject: 'You already have an account',
    content: {
      greeting: `Hello ${name},`,
      paragraphs: [
        'Someone, perhaps you, asked to make an account at Support Market with this email address. You already have one, so nothing has changed.',
        'If you have forgotten your password, you can ask for a new one.',
      ],
      action: { label: 'I have forgotten my password', url },
    },
  };
}

export function resetPasswordMail({ to, name, url }: To): MailToSend {
  return {
    to,
    subject: 'Choose a new password',
    content: {
      greeting: `Hello ${name},`,
      paragraphs: [
        'You asked to choose a new password for Support Market. Follow the link below to do it.',
        'The link works once, for one hour. If you did not ask for this, you need do nothing: your password stays as it is.',
      ],
      action: { label: 'Choose a new password', url },
    },
  };
}

export function passwordChangedMail({ to, name, url, reach }: To & { readonly reach: string }): MailToSend {
  return {
    to,
    subject: 'Your password has changed',
    content: {
      greeting: `Hello ${name},`,
      paragraphs: [
        'Your password for Support Market has just been changed, and every other device has been signed out.',
        `If you did this, you need do nothing. If you did not, choose a new password at once and tell your council: ${reach}.`,
      ],
      action: { label: 'Choose a new password', url },
    },
  };
}

/** The same for somebody without an e-mail address, who can ask for no link. */
export function passwordChangedLetter(name: string, reach: string): Omit<MailToSend, 'to'> {
  return {
    subject: 'Your password has changed',
    content: {
      greeting: `Hello ${name},`,
      paragraphs: [
        'Your password for Support Market has been changed, and every other device has been signed out.',
        `If you did this, you need do nothing. If you did not, tell your council at once: ${reach}. It can give you a letter with a new code.`,
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
  return {
    subject: 'An account was made for you',
    content: {
      greeting: `Hello ${to},`,
      paragraphs: [
        `Somebody at your council made an account at Support Market for you or for somebody who helps you. It is in the name of ${accountName} (${signInName}), and it is opened with a code on paper.`,
        `If you know of this, you need do nothing. If you do not, tell your council at once: ${reach}.`,
      ],
    },
  };
}

export function paperCodeLetter({ to, accountName, signInName, reach }: PaperWords): Omit<MailToSend, 'to'> {
  return {
    subject: 'A new code was printed',
    content: {
      greeting: `Hello ${to},`,
      paragraphs: [
        `Somebody at your council printed a new code for the account of ${accountName} (${signInName}) at Support Market. With it a new password can be chosen.`,
        `If you know of this, you need do nothing. If you do not, tell your council at once: ${reach}.`,
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
  const { to, name, url, councilName, role, organisationName } = invitation;
  const place = organisationName === null ? '' : ` for ${organisationName}`;
  return {
    to,
    subject: `${councilName} invites you to Support Market`,
    content: {
      greeting: name === null ? 'Hello,' : `Hello ${name},`,
      paragraphs: [
        `${councilName} invites you to join Support Market as ${ROLE_NAMES[role]}${place}.`,
        'Support Market is where people use their personal budget: they see their money, find support, order it and say whether it happened.',
        'The link below works once, for two weeks. If you did not expect this, you need do nothing.',
      ],
      action: { label: 'Accept the invitation', url },
    },
  };
}
