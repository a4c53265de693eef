/**
 * The views are written once and drawn by React (classic, catalog) or Vue (modern): each brings a `Draw` of its own, and
 * every input is controlled by that framework.
 */
export interface Attributes {
  /** An element of another key is another element. */
  readonly key?: number;
  readonly class?: string;
  readonly id?: string;
  readonly type?: string;
  readonly value?: string;
  readonly checked?: boolean;
  readonly disabled?: boolean;
  readonly hidden?: boolean;
  readonly placeholder?: string;
  readonly autocomplete?: string;
  readonly for?: string;
  readonly href?: string;
  readonly role?: string;
  readonly name?: string;
  readonly label?: string;
  readonly kind?: string;
  readonly text?: string;
  readonly off?: string;
  readonly style?: Readonly<Record<string, string>>;
  readonly onClick?: () => void;
  readonly onText?: (value: string) => void;
  readonly onCheck?: (checked: boolean) => void;
  readonly onScrollTop?: (top: number) => void;
  readonly onSubmit?: () => void;
  readonly [attribute: `aria-${string}`]: string | boolean | undefined;
  readonly [attribute: `data-${string}`]: string | undefined;
}

/** A framework's element, text, or nothing. */
export type Child = unknown;

/** Makes an element of the framework in use. */
export type Draw = (tag: string, attributes: Attributes | null, ...children: readonly Child[]) => Child;
