import { css } from 'lit';

/**
 * Fades what scrolls towards the edge beyond which there is more: `.more-inline` along the line, `.more-block` down
 * the page. Browsers without scroll timelines cut it straight.
 */
export const scrollEdges = css`
  @supports (animation-timeline: scroll()) {
    .more-inline,
    .more-block {
      --o-fade: 1.5rem;
      animation: fade-edges linear both;
    }
    .more-inline {
      --o-fade-towards: to right;
      animation-timeline: scroll(self inline);
    }
    .more-inline:dir(rtl) {
      --o-fade-towards: to left;
    }
    .more-block {
      --o-fade-towards: to bottom;
      animation-timeline: scroll(self block);
    }
  }
  /* No gradient moves into another: each stands until the next takes its place. */
  @keyframes fade-edges {
    0% {
      mask-image: linear-gradient(
        var(--o-fade-towards),
        #000 calc(100% - var(--o-fade)),
        transparent
      );
    }
    2%,
    98% {
      mask-image: linear-gradient(
        var(--o-fade-towards),
        transparent,
        #000 var(--o-fade),
        #000 calc(100% - var(--o-fade)),
        transparent
      );
    }
    100% {
      mask-image: linear-gradient(var(--o-fade-towards), transparent, #000 var(--o-fade));
    }
  }
`;
