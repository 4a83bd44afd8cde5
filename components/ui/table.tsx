import type { ReactNode, ThHTMLAttributes } from "react";
import { cx } from "./cx";

/** A head cell in the quiet style of all tables. */
export function HeadCell({
  children,
  end = false,
  className,
  ...rest
}: ThHTMLAttributes<HTMLTableCellElement> & { readonly end?: boolean }) {
  return (
    <th
      scope="col"
      {...rest}
      className={cx(
        "h-8 border-b border-ln1 px-2.5 text-11 font-med whitespace-nowrap text-fg3",
        end ? "text-right" : "text-left",
        className,
      )}
    >
      {children}
    </th>
  );
}

/** A heading row within a table, with its count. */
export function SectionRow({
  span,
  title,
  count,
}: {
  readonly span: number;
  readonly title: ReactNode;
  readonly count: number;
}) {
  return (
    <tr>
      <th
        scope="rowgroup"
        colSpan={span}
        className="h-7 border-b border-ln1 bg-bg1 px-5 text-left text-11 font-med text-fg3"
      >
        {title}
        <span className="ml-2">{count}</span>
      </th>
    </tr>
  );
}
