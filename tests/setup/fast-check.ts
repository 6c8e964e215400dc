import fc from "fast-check";

/**
 * Property tests try the same inputs in every run, so that a change is not blamed for what another one's luck finds.
 * `FC_SEED=$RANDOM npm test` looks further.
 */
fc.configureGlobal({ seed: Number(process.env["FC_SEED"] ?? 20_191_121) });
