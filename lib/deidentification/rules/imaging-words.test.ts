import { expect, it } from "vitest";
import { imagingWords } from "./imaging-words";

it.each([
  ["STD BRAIN 5MM", "STD BRAIN 5MM"],
  ["T2W_TSE ax, Mrs Lunyarford 11389414", "T2W TSE ax"],
  ["CT chest 2021-03-04 for Dr. Miller", "CT chest"],
  ["T2* sag", "T2star sag"],
  ["MEMPRAGE_4e_p2_1mm_iso RMS", "MEMPRAGE 1mm iso RMS"],
  ["1234567 19991231", null],
  ["", null],
])("%s becomes %s", (text, words) => {
  expect(imagingWords(text)).toBe(words);
});
