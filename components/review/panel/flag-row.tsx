"use client";
import { Check, CircleAlert, CircleSlash, TriangleAlert, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { IconButton } from "@/components/ui/icon-button";
import { flagWords } from "@/lib/drafting/consistency/rules/flag-words";
import { useReview, useUi } from "../context";
import type { Entry } from "../entries";
import { fixFlag, judgeFlag } from "../flags/acts";
import { isDismissed, type ShownFlag } from "../flags/shown-flags";
import { flagTone } from "../flags/tone";
import { focusFlag } from "../flags/walk";
import { useReviewKey } from "../live-keys";

const looks = {
  error: { row: "bg-er-bg", word: "text-er", Icon: TriangleAlert },
  warn: { row: "bg-wa-bg", word: "text-wa", Icon: CircleAlert },
  plain: { row: "bg-bg2", word: "text-fg3", Icon: CircleSlash },
} as const;

/** What a replacement does, in words for its button. */
const fixWords = (replacement: string) => (replacement.trim() === "" ? "Remove" : `Use “${replacement}”`);

/** The flags of a text or of one of its sentences. */
export function FlagRows({
  entry,
  flags,
  text,
}: {
  readonly entry: Entry;
  readonly flags: readonly ShownFlag[];
  readonly text: string;
}) {
  return flags.map((flag) => (
    <FlagRow key={flag.key} entry={entry} flag={flag} quote={text.slice(flag.start, flag.end)} />
  ));
}

function FlagRow({
  entry,
  flag,
  quote,
}: {
  readonly entry: Entry;
  readonly flag: ShownFlag;
  readonly quote: string;
}) {
  const review = useReview();
  const focused = useUi((state) => state.focusId === entry.id && state.flag === flag.key);
  const typing = useUi((state) => state.doing.kind === "editing");
  const keyOf = useReviewKey();
  const row = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (!focused || row.current?.contains(document.activeElement)) return;
    row.current?.scrollIntoView({ block: "nearest" });
    if (!document.activeElement?.closest("[data-editor]")) row.current?.focus();
  }, [focused]);
  const { row: background, word, Icon } = looks[flagTone(flag)];
  const said = flag.verdict?.verdict ?? null;
  const toggle = (verdict: "right" | "wrong") =>
    judgeFlag(review, entry, flag, said === verdict ? null : verdict);
  return (
    <fieldset
      ref={row}
      tabIndex={-1}
      data-flag={flag.kind}
      data-standing={flagTone(flag) !== "plain"}
      aria-label={`${flagWords[flag.kind]}, about “${quote}”: ${flag.message}`}
      className={cx(
        "mt-1 rounded-chip text-12 outline-offset-0",
        background,
        focused && "outline-2 outline-ac",
      )}
    >
      <div className="flex min-h-7 items-center gap-2 py-0.5 pr-1 pl-2">
        <Icon size={14} aria-hidden="true" className={cx("flex-none", word)} />
        <button
          type="button"
          onClick={() => focusFlag(review, entry, flag)}
          className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2 text-left"
        >
          <span className={cx("font-semi", word)}>{flagWords[flag.kind]}</span>
          <span className="min-w-0 text-fg2">
            {isDismissed(flag) ? `Not so: ${flag.message}` : flag.message}
          </span>
        </button>
        {flag.fix && !review.readOnly && !isDismissed(flag) ? (
          <Button
            size="sm"
            keys={focused && !typing ? keyOf("fix-flag") : undefined}
            onClick={() => fixFlag(review, entry, flag)}
          >
            {fixWords(flag.fix.replacement)}
          </Button>
        ) : null}
        {review.readOnly ? null : (
          <span className="flex flex-none">
            <IconButton
              size="sm"
              label="The flag is right"
              icon={<Check size={14} />}
              pressed={said === "right"}
              onClick={() => toggle("right")}
            />
            <IconButton
              size="sm"
              label="The flag is wrong"
              icon={<X size={14} />}
              keys={keyOf("wrong-flag")}
              pressed={said === "wrong"}
              onClick={() => toggle("wrong")}
            />
          </span>
        )}
      </div>
      {isDismissed(flag) && focused && !review.readOnly ? <WhyNot entry={entry} flag={flag} /> : null}
    </fieldset>
  );
}

/** Why a flag is wrong, where the reader wants to say it. */
function WhyNot({ entry, flag }: { readonly entry: Entry; readonly flag: ShownFlag }) {
  const review = useReview();
  const [note, setNote] = useState(flag.verdict?.note ?? "");
  return (
    <div className="px-2 pb-1.5">
      <input
        aria-label="Why the flag is wrong"
        value={note}
        maxLength={2000}
        placeholder="Why, if it helps"
        onChange={(event) => {
          setNote(event.target.value);
          judgeFlag(review, entry, flag, "wrong", event.target.value);
        }}
        className="h-7 w-full rounded-chip border border-ln2 bg-bg0 px-2 text-12 placeholder:text-fg3"
      />
    </div>
  );
}
