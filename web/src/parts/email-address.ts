/** As the portal takes one: what this lets through it does too, so that nobody is refused after they have sent it. */
const form =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]*[a-z0-9])?$/i;

export const isEmailAddress = (text: string): boolean => text.length <= 254 && form.test(text);
