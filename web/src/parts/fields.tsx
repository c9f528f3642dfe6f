import { InputBase, type InputBaseProps } from "@mantine/core";
import "@mantine/core/styles/Input.layer.css";
import type { ComponentProps } from "react";
import "./fields.css";

/** Mantine's fields together with their styles, which only pages with fields should fetch. */
export { NativeSelect, TextInput } from "@mantine/core";

type TextareaProps = InputBaseProps & Omit<ComponentProps<"textarea">, keyof InputBaseProps>;

/** Mantine's own brings a part that grows it while somebody types, as heavy as two pages of texts. */
export const Textarea = (props: TextareaProps) => <InputBase component="textarea" multiline {...props} />;
