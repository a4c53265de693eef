import { mount } from 'svelte';
import Form from './form.svelte';

const target = document.querySelector('#app');
if (target) mount(Form, { target });
