/** The words of attempts to reach a patient, and of how far the clinic has come with reaching a patient. */
import type { ByLanguage } from '../language.ts';

interface ContactPhrases {
  readonly outcomes: Readonly<
    Record<'called' | 'sent' | 'booked' | 'no-answer' | 'declined' | 'unreachable', string>
  >;
  readonly states: Readonly<
    Record<'overdue' | 'due' | 'due-soon' | 'invited' | 'answered' | 'done', string>
  >;
  readonly nextTry: (date: string) => string;
}

export const contactPhrases: ByLanguage<ContactPhrases> = {
  da: {
    outcomes: {
      called: 'Talt med',
      sent: 'Besked sendt',
      booked: 'Tid booket',
      'no-answer': 'Intet svar',
      declined: 'Ønsker ikke',
      unreachable: 'Kan ikke træffes',
    },
    states: {
      overdue: 'Frist overskredet',
      due: 'Frist i dag',
      'due-soon': 'Frist inden 14 dage',
      invited: 'Kontaktet, uden svar',
      answered: 'Har svaret',
      done: 'Færdig',
    },
    nextTry: (date) => `prøv igen ${date}`,
  },
  en: {
    outcomes: {
      called: 'Spoken to',
      sent: 'Message sent',
      booked: 'Appointment booked',
      'no-answer': 'No answer',
      declined: 'Declined',
      unreachable: 'Cannot be reached',
    },
    states: {
      overdue: 'Overdue',
      due: 'Due today',
      'due-soon': 'Due within 14 days',
      invited: 'Contacted, unanswered',
      answered: 'Answered',
      done: 'Done',
    },
    nextTry: (date) => `try again ${date}`,
  },
};
