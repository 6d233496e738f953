/** What browsers have and the library of types does not, and events of fields as handlers in markup get them. Types only. */

/** An event of the field that the handler stands at. */
interface FieldEvent extends Event, Pick<PointerEvent, 'pointerType'> {
  readonly target: HTMLInputElement;
  readonly currentTarget: HTMLInputElement;
}

/** What `setTimeout` gives and `clearTimeout` takes. */
type Timer = ReturnType<typeof setTimeout> | null | undefined;

/** Browsers take null for no timer. */
declare function clearTimeout(timer: Timer): void;
declare function clearInterval(timer: Timer): void;

/** The network as some browsers tell of it. */
interface NetworkInformation extends EventTarget {
  readonly saveData?: boolean;
  readonly type?: string;
  readonly effectiveType?: string;
}
interface Navigator {
  readonly connection?: NetworkInformation;
  readonly userActivation: UserActivation;
  setAppBadge?(count?: number): Promise<void>;
  clearAppBadge?(): Promise<void>;
}
