import { z } from 'zod';
import { deadline } from '../length.ts';
import { idOf, prose } from '../values.ts';

const handling = z.strictObject({
  channels: z
    .array(idOf('contacts'))
    .min(1)
    .optional()
    .describe('The ids of the contacts that take requests.'),
  answerWithin: deadline.optional().describe('How soon a request is answered: "30 days".'),
  extension: prose
    .optional()
    .describe(
      'What may make an answer later, and by how much: "two months more where a request is difficult".',
    ),
  verification: prose.optional().describe('How you make sure who asks.'),
  onlineOnly: z
    .boolean()
    .optional()
    .describe('Whether the service is online only, with people you deal with directly.'),
  agent: prose.optional().describe('How somebody makes a request for another person.'),
  complaints: z
    .strictObject({
      channel: idOf('contacts').describe('The id of the contact that takes complaints.'),
      acknowledgeWithin: deadline.optional().describe('How soon a complaint is acknowledged: "30 days".'),
    })
    .optional()
    .describe('How people complain to you about the use of their data.'),
});

export const requests = {
  field: handling.optional().describe('How people use their rights.'),
  block: z.strictObject({ requests: z.literal('all').describe('How requests are made and answered.') }),
};

export type Requests = z.output<typeof handling>;
