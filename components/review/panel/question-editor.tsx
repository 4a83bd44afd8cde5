"use client";
import { Plus, Trash2 } from "lucide-react";
import { useEffect, useId, useRef } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import type { QuestionAnswer } from "@/lib/reading/schema";

const mostOptions = 26;
export const optionLetter = (index: number): string => String.fromCharCode(65 + index);

function Area({
  label,
  lang,
  value,
  autoFocus = false,
  onChange,
}: {
  readonly label: string;
  readonly lang: string | undefined;
  readonly value: string;
  readonly autoFocus?: boolean;
  readonly onChange: (text: string) => void;
}) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (autoFocus) area.current?.focus();
  }, [autoFocus]);
  return (
    <div className="mb-2">
      <label htmlFor={id} className="mb-0.5 block text-11 font-med text-fg3">
        {label}
      </label>
      <textarea
        ref={area}
        id={id}
        lang={lang}
        value={value}
        rows={1}
        onChange={(event) => onChange(event.target.value)}
        className="field-sizing-content min-h-7 w-full resize-none rounded-chip border border-ln2 bg-bg1 px-2 py-1 text-13"
      />
    </div>
  );
}

/** A question-answer pair in parts: question, options with the right ones ticked, answer, reasoning. */
export function QuestionEditor({
  lang,
  value,
  onChange,
}: {
  readonly lang: string | undefined;
  readonly value: QuestionAnswer;
  readonly onChange: (value: QuestionAnswer) => void;
}) {
  const { options, answerIndexes } = value;
  const put = (part: Partial<QuestionAnswer>) => onChange({ ...value, ...part });
  const withoutOption = (index: number) =>
    put({
      options: options.filter((_, at) => at !== index),
      answerIndexes: answerIndexes.filter((at) => at !== index).map((at) => (at > index ? at - 1 : at)),
    });
  const toggleRight = (index: number, right: boolean) =>
    put({
      answerIndexes: right
        ? [...answerIndexes, index].sort((one, other) => one - other)
        : answerIndexes.filter((at) => at !== index),
    });
  return (
    <div>
      <Area
        autoFocus
        label="Question"
        lang={lang}
        value={value.question}
        onChange={(question) => put({ question })}
      />
      <fieldset className="mb-2">
        <legend className="mb-0.5 text-11 font-med text-fg3">
          {options.length > 0 ? "Options, right ones ticked" : "Options (none: an open question)"}
        </legend>
        {options.map((option, index) => (
          // Options have no identity of their own: place is what names them.
          <div key={optionLetter(index)} className="mb-1 flex items-center gap-2">
            <input
              type="checkbox"
              aria-label={`Option ${optionLetter(index)} is right`}
              checked={answerIndexes.includes(index)}
              onChange={(event) => toggleRight(index, event.target.checked)}
              className="size-4 accent-(--ac)"
            />
            <input
              aria-label={`Option ${optionLetter(index)}`}
              lang={lang}
              value={option}
              maxLength={2000}
              onChange={(event) => put({ options: options.with(index, event.target.value) })}
              className="h-7 min-w-0 flex-1 rounded-chip border border-ln2 bg-bg1 px-2 text-13"
            />
            <IconButton
              size="sm"
              label={`Remove option ${optionLetter(index)}`}
              icon={<Trash2 size={14} />}
              onClick={() => withoutOption(index)}
            />
          </div>
        ))}
        <Button
          size="sm"
          variant="quiet"
          icon={<Plus size={14} />}
          disabledReason={options.length >= mostOptions ? "26 options is the limit." : null}
          onClick={() => put({ options: [...options, ""] })}
        >
          Add option
        </Button>
      </fieldset>
      <Area label="Answer" lang={lang} value={value.answer} onChange={(answer) => put({ answer })} />
      <Area
        label="Reasoning"
        lang={lang}
        value={value.reasoning}
        onChange={(reasoning) => put({ reasoning })}
      />
    </div>
  );
}
