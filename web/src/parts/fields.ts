import "@mantine/core/styles/Input.layer.css";
import "./fields.css";

/** Mantine's fields together with their styles, which only pages with fields should fetch. */
export { NativeSelect, TextInput } from "@mantine/core";
export { Textarea } from "./Textarea.tsx";
