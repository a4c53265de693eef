import { createApp, h, shallowRef } from 'vue';
import { defineElements } from './elements.ts';
import { startConsole } from './start.ts';
import type { Draw } from './ui.ts';

function target(event: Event): HTMLInputElement {
  return event.currentTarget as HTMLInputElement;
}

/** Vue's virtual node for neutral attributes. */
const draw: Draw = (tag, attributes, ...children) => {
  const { onText, onCheck, onScrollTop, onSubmit, ...rest } = attributes ?? {};
  const props: Record<string, unknown> = { ...rest };
  if (onText) props['onInput'] = (event: Event) => onText(target(event).value);
  if (onCheck) props['onChange'] = (event: Event) => onCheck(target(event).checked);
  if (onScrollTop) props['onScroll'] = (event: Event) => onScrollTop(target(event).scrollTop);
  if (onSubmit) {
    props['onSubmit'] = (event: Event) => {
      event.preventDefault();
      onSubmit();
    };
  }
  return h(tag, props, children as string[]);
};

defineElements();
void startConsole((store, view) => {
  const model = shallowRef(store.get());
  store.subscribe(() => {
    model.value = store.get();
  });
  createApp({ render: () => view(draw, model.value) }).mount('#app');
});
