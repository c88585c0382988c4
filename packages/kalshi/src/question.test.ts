import { expect, test } from 'vitest';
import { cleanText, buildQuestion } from './question.ts';

test.each([
  {
    behaviour: 'a yes-or-no title that names the side stands alone',
    parts: {
      eventTitle: 'Rain in US cities on Dec 1',
      title: 'Will it rain in Denver on Dec 1?',
      yesSubTitle: 'Denver',
    },
    question: 'Will it rain in Denver on Dec 1?',
  },
  {
    behaviour: 'a title that leaves out the place gives way to the event and the side',
    parts: {
      eventTitle: 'Highest temperature in Port Elgar on Dec 1?',
      title: 'Will the maximum temperature be  >76° on Dec 1?',
      yesSubTitle: '77° or above',
    },
    question: 'Highest temperature in Port Elgar on Dec 1? — 77° or above',
  },
  {
    behaviour: 'a fragment follows the event',
    parts: { eventTitle: 'Harbour Gulls vs Inland Moles', title: 'Harbour wins', yesSubTitle: 'Harbour' },
    question: 'Harbour Gulls vs Inland Moles: Harbour wins',
  },
  {
    behaviour: 'an open question names the side although both sides stand in it',
    parts: { eventTitle: 'Harbour vs Inland', title: 'Harbour vs Inland Winner?', yesSubTitle: 'Inland' },
    question: 'Harbour vs Inland Winner? — Inland',
  },
  {
    behaviour: 'a title that is its own side follows the event',
    parts: {
      eventTitle: 'Harbour vs Inland',
      title: 'Inland wins by over 1.5 runs?',
      yesSubTitle: 'Inland wins by over 1.5 runs',
    },
    question: 'Harbour vs Inland: Inland wins by over 1.5 runs?',
  },
  {
    behaviour: 'a title that is event and side together stands alone',
    parts: {
      eventTitle: 'Harbour at Inland: First Goal',
      title: 'Harbour at Inland: First Goal: Ada Quill',
      yesSubTitle: 'Ada Quill',
    },
    question: 'Harbour at Inland: First Goal: Ada Quill',
  },
  {
    behaviour: 'a target price is added to a title that lacks it',
    parts: { eventTitle: 'Coin up in 15 mins?', title: 'Coin up in 15 mins?', yesSubTitle: 'Target Price: $80,649.06' },
    question: 'Coin up in 15 mins? — Target Price: $80,649.06',
  },
  {
    behaviour: 'a number counts as said with or without thousands commas',
    parts: {
      eventTitle: 'Riders this week',
      title: 'Will more than 2,350,000 ride?',
      yesSubTitle: 'More than 2350000',
    },
    question: 'Will more than 2,350,000 ride?',
  },
  {
    behaviour: 'sides that read differently from the title are shown',
    parts: {
      eventTitle: 'Bank of Elgar decision in December?',
      title: 'Will the Bank of Elgar Hike rates by 0bps in December?',
      yesSubTitle: 'Bank maintains rate',
    },
    question: 'Bank of Elgar decision in December? — Bank maintains rate',
  },
  {
    behaviour: 'the side "Yes" says nothing and is left out',
    parts: { eventTitle: 'Tariffs in December?', title: 'Will tariffs rise in December?', yesSubTitle: 'Yes' },
    question: 'Will tariffs rise in December?',
  },
  {
    behaviour: 'a question is preferred to an event title that is not one',
    parts: {
      eventTitle: 'Announcers at Harbour',
      title: 'What will the announcers say at Harbour?',
      yesSubTitle: 'Rain',
    },
    question: 'What will the announcers say at Harbour? — Rain',
  },
  {
    behaviour: 'markdown and double spaces go',
    parts: { eventTitle: '', title: 'Will **real GDP**  rise by more than 2%?', yesSubTitle: '' },
    question: 'Will real GDP rise by more than 2%?',
  },
  {
    behaviour: 'the event and the side serve where the title is missing',
    parts: { eventTitle: 'Next mayor of Elgar', title: '', yesSubTitle: 'Ada Quill' },
    question: 'Next mayor of Elgar — Ada Quill',
  },
])('$behaviour', ({ parts, question }) => {
  expect(buildQuestion(parts)).toBe(question);
});

test('plain text has nothing invisible in it', () => {
  expect(cleanText('above 415\u200b million \u202egalb\u202c')).toBe('above 415 million galb');
});

test('plain text keeps a lone star and an underscore inside a word', () => {
  expect(cleanText(' M*A*S*H \n snake_case ')).toBe('M*A*S*H snake_case');
});
