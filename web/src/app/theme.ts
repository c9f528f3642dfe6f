import { Button, createTheme, Input } from "@mantine/core";

const deep = [
  "#EEF3F1",
  "#D9E4E2",
  "#B4C8C6",
  "#7C9196",
  "#4A6169",
  "#2C5560",
  "#1A4A53",
  "#0B3F47",
  "#093338",
  "#0E1B20",
] as const;

/** The tokens are in tokens.css; here is only what Mantine must know by itself. */
export const theme = createTheme({
  primaryColor: "deep",
  primaryShade: 7,
  colors: { deep },
  black: "#0E1B20",
  fontFamily: "var(--letters)",
  fontFamilyMonospace: "var(--mono)",
  defaultRadius: 2,
  spacing: { xs: "4px", sm: "8px", md: "13px", lg: "21px", xl: "34px" },
  fontSizes: { xs: "0.8125rem", sm: "0.9375rem", md: "1.0625rem", lg: "1.3125rem", xl: "1.6875rem" },
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { size: "md" } }),
    // What is written from right to left stands so while it is being written.
    Input: Input.extend({ defaultProps: { dir: "auto" } as Record<string, string> }),
    InputWrapper: Input.Wrapper.extend({
      defaultProps: { inputWrapperOrder: ["label", "description", "error", "input"], withAsterisk: false },
    }),
  },
});
