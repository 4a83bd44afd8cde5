"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { newComparisonSchema } from "@/lib/evaluation/schema";
import { startComparison } from "./requests";

/** An admin's form: how many images to draw, by which seed. */
export function StartComparison({ slug }: { readonly slug: string }) {
  const router = useRouter();
  const [name, setName] = useState("");
  const [images, setImages] = useState("90");
  const [seed, setSeed] = useState("1");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function submit() {
    const wanted = newComparisonSchema.safeParse({ name, images: Number(images), seed: Number(seed) });
    if (!wanted.success) {
      const [issue] = wanted.error.issues;
      setProblem(
        issue?.path[0] === "name"
          ? "Give it a name of 100 characters at most."
          : issue?.path[0] === "images"
            ? "Images: a whole number from 1 to 1,000."
            : "Seed: a whole number from 0.",
      );
      return;
    }
    setBusy(true);
    const failed = await startComparison(slug, wanted.data);
    setBusy(false);
    setProblem(failed);
    if (failed === null) {
      setName("");
      router.push(`/studies?project=${encodeURIComponent(slug)}`);
      router.refresh();
    }
  }

  return (
    <form
      aria-label="New comparison"
      className="flex flex-col gap-2 rounded-card border border-ln1 bg-bg1 p-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className="flex flex-wrap items-end gap-3">
        <Field
          className="w-64"
          label="New comparison"
          placeholder="Captions, first round"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Field
          className="w-24"
          label="Images"
          inputMode="numeric"
          value={images}
          onChange={(event) => setImages(event.target.value)}
        />
        <Field
          className="w-24"
          label="Seed"
          inputMode="numeric"
          value={seed}
          onChange={(event) => setSeed(event.target.value)}
        />
        <Button type="submit" variant="primary" size="lg" busy={busy}>
          Draw and write
        </Button>
      </div>
      <p className="text-12 text-fg3">
        Images with a caption by a person are drawn. A model writes three texts for each: from the caption
        alone, from the image alone, from both. The person's caption, as it stands, is the fourth.
      </p>
      <p role="alert" className="text-12 text-er empty:hidden">
        {problem}
      </p>
    </form>
  );
}
