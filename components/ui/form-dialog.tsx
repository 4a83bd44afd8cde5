"use client";
import { type FormEvent, type ReactNode, useId } from "react";
import { Button } from "./button";
import { Dialog } from "./dialog";

/** A form in a dialog: Cancel, and one button that sends it. */
export function FormDialog({
  title,
  action,
  busy,
  checked = true,
  submit,
  onClose,
  children,
}: {
  readonly title: string;
  readonly action: string;
  readonly busy: boolean;
  /** Whether the browser checks the fields before `submit`; otherwise `submit` answers for all of them. */
  readonly checked?: boolean;
  readonly submit: (form: FormData) => Promise<void>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={id} busy={busy}>
            {action}
          </Button>
        </>
      }
    >
      <form
        id={id}
        noValidate={!checked}
        className="flex flex-col gap-4"
        onSubmit={(event: FormEvent<HTMLFormElement>) => {
          event.preventDefault();
          void submit(new FormData(event.currentTarget));
        }}
      >
        {children}
      </form>
    </Dialog>
  );
}
