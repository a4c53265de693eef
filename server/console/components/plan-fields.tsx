import { mayUseScim } from '../../../shared/setup/eligibility.ts';
import { PLANS, PRODUCTS, type Plan, type Product } from '../../../shared/setup/snapshot.ts';
import { useTexts } from '../texts.ts';
import { Choices } from './field.tsx';
import { Notice } from './notice.tsx';

type PlanFieldsProps = {
  product: Product;
  plan: Plan;
  onProduct: (product: Product) => void;
  onPlan: (plan: Plan) => void;
};

/** Product and plan, and what they mean for SCIM as soon as they are chosen. */
export function PlanFields({ product, plan, onProduct, onPlan }: PlanFieldsProps) {
  const { console: texts } = useTexts();
  return (
    <>
      <Choices
        label={texts.newCompany.product}
        value={product}
        onValue={onProduct}
        choices={PRODUCTS.map((value) => ({ value, label: texts.terms.product[value] }))}
      />
      <Choices
        label={texts.newCompany.plan}
        value={plan}
        onValue={onPlan}
        choices={PLANS.map((value) => ({ value, label: texts.terms.plan[value] }))}
      />
      {!mayUseScim(product, plan) && <Notice tone="warn">{texts.newCompany.notEligible}</Notice>}
    </>
  );
}
