import { InputBase, type TextareaProps } from "@mantine/core";
import type { Ref } from "react";

type Props = Omit<TextareaProps, "autosize" | "minRows" | "maxRows" | "resize"> & {
  ref?: Ref<HTMLTextAreaElement>;
};

/** Mantine's own brings what grows with its text, which nobody here uses: as much again as all of a form's fields. */
export function Textarea(props: Props) {
  return <InputBase component="textarea" multiline {...props} />;
}
