import { useEffect, useState } from "react";
import styles from "./viewer.module.css";

/** Milliseconds without a change after which the words are said: not at each slice of a stack that is run through. */
const rest = 300;

/** What a viewport shows, for those who hear it. */
export function Spoken({ words }: { readonly words: string }) {
  const [said, setSaid] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSaid(words), rest);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <output className={styles.spoken} aria-live="polite">
      {said}
    </output>
  );
}
