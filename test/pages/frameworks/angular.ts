import '@angular/compiler';
import { Component, provideZonelessChangeDetection } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { bootstrapApplication } from '@angular/platform-browser';

// The decorator is called as a function, since only Angular's own compiler reads it as syntax.
const Root = Component({
  selector: 'app-root',
  imports: [ReactiveFormsModule],
  template: `
    <section role="tabpanel" [formGroup]="form">
      <h2>Configuration Settings</h2>
      <div><span>Base URL *</span><div><input formControlName="baseUrl" /></div></div>
      <output data-state="Base URL">{{ form.value.baseUrl }}</output>
      <div><span>Token Key *</span><div><input type="password" formControlName="tokenKey" /></div></div>
      <output data-state="Token Key">{{ form.value.tokenKey }}</output>
      <label><input type="checkbox" formControlName="groups" /> Enable Group Management</label>
      <output data-state="groups">{{ form.value.groups }}</output>
      <button type="button" [disabled]="form.invalid" (click)="press()">Test Connection</button>
      <output data-state="presses">{{ presses }}</output>
    </section>
  `,
})(
  class {
    form = new FormGroup({
      baseUrl: new FormControl('', { nonNullable: true, validators: [(control) => Validators.required(control)] }),
      tokenKey: new FormControl('', { nonNullable: true, validators: [(control) => Validators.required(control)] }),
      groups: new FormControl(true, { nonNullable: true }),
    });
    presses = 0;
    press() {
      this.presses++;
    }
  },
);

void bootstrapApplication(Root, { providers: [provideZonelessChangeDetection()] });
