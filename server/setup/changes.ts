/** Tells the watchers of a company, in this process, that something a setup session shows may have changed. */
export function createCompanyChanges() {
  const listeners = new Map<string, Set<() => void>>();
  const ofAny = new Set<() => void>();

  return {
    changed(companyId: string): void {
      for (const listener of listeners.get(companyId) ?? []) listener();
      for (const listener of ofAny) listener();
    },

    /** Calls back after every change of any company. Returns the function that ends it. */
    watchAll(listener: () => void): () => void {
      ofAny.add(listener);
      return () => ofAny.delete(listener);
    },

    /** Calls back after every change. Returns the function that ends it. */
    watch(companyId: string, listener: () => void): () => void {
      const ofCompany = listeners.get(companyId) ?? new Set();
      listeners.set(companyId, ofCompany.add(listener));
      return () => {
        ofCompany.delete(listener);
        if (ofCompany.size === 0 && listeners.get(companyId) === ofCompany) listeners.delete(companyId);
      };
    },
  };
}

export type CompanyChanges = ReturnType<typeof createCompanyChanges>;
