"use client";
import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { Field, type FieldProps } from "./field";

/** A password field whose words can be shown. */
export function PasswordField(props: Omit<FieldProps, "type" | "end">) {
  const [shown, setShown] = useState(false);
  return (
    <Field
      {...props}
      type={shown ? "text" : "password"}
      end={
        <button
          type="button"
          aria-label="Show password"
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
          className="grid size-6 flex-none place-items-center rounded-chip text-fg3 hover:text-fg1"
        >
          {shown ? <EyeOff size={14} /> : <Eye size={14} />}
        </button>
      }
    />
  );
}
