import type { Plan, Product } from './snapshot.ts';

/**
 * Whether a company may use JumpCloud SCIM: Ai Sales and Ai Contact Center on every plan, Ai Voice on Pro and Enterprise
 * (Dialpad's article "Manage Users with JumpCloud SCIM").
 */
export function mayUseScim(product: Product, plan: Plan): boolean {
  return product !== 'ai-voice' || plan !== 'standard';
}
