/** A number as a bar, beside which it stands: its share of the largest one. */
export const Meter = ({ share }: { share: number }) => (
  <svg class="meter" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
    <rect width={share * 100} height="6" />
  </svg>
)
