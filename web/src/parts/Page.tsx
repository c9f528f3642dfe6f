import type { ReactNode } from "react";
import { usePage } from "../app/page.ts";
import "./page.css";

type Props = {
  title: string;
  /** Of the title, where it is not the reader's. */
  titleLanguage?: string;
  above?: ReactNode;
  lead?: ReactNode;
  documentTitle?: string;
  children?: ReactNode;
};

/** A page: its heading, what stands above and below it, and its content. */
export function Page({ title, titleLanguage, above, lead, documentTitle, children }: Props) {
  const heading = usePage(documentTitle ?? title);
  return (
    <div className="page">
      <header className="page-head">
        {above && <div className="page-above">{above}</div>}
        <h1 ref={heading} tabIndex={-1} dir="auto" lang={titleLanguage}>
          {title}
        </h1>
        {lead && <div className="page-lead">{lead}</div>}
      </header>
      {children}
    </div>
  );
}

type PartProps = { title: ReactNode; id?: string; unprinted?: true; children: ReactNode };

/** A titled part of a page. With an id its title can be given the focus; one with nothing but steps to take stays off paper. */
export function Part({ title, id, unprinted, children }: PartProps) {
  return (
    <section className={unprinted ? "part not-printed" : "part"}>
      <h2 dir="auto" {...(id && { id, tabIndex: -1 })}>
        {title}
      </h2>
      {children}
    </section>
  );
}
