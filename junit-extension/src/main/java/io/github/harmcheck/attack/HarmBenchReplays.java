package io.github.harmcheck.attack;

/**
 * The methods of HarmBench (arXiv 2402.04249, appendix C.1) that need the weights of a model, or were run on another one:
 * each plays the {@code test_cases.json} that HarmBench's pipeline made, named by the option {@code <id>.file}. See
 * {@link ReplayAttack}. The behaviors go to that pipeline with {@code mvn harmcheck:export}.
 *
 * @since 0.1.0
 */
public final class HarmBenchReplays {
    private HarmBenchReplays() {}

    /** Plays test cases of GCG: an adversarial suffix found by greedy coordinate gradient. */
    public static final class Gcg extends ReplayAttack {
        /** For the service loader. */
        public Gcg() {
            super(
                    "gcg",
                    "GCG",
                    "Zou et al. 2023, arXiv 2307.15043",
                    "Plays test cases of GCG, an adversarial suffix found by greedy coordinate gradient (Zou et al. 2023, arXiv 2307.15043).");
        }
    }

    /** Plays test cases of GCG-Multi: one adversarial suffix for all behaviors, found by greedy coordinate gradient. */
    public static final class GcgMulti extends ReplayAttack {
        /** For the service loader. */
        public GcgMulti() {
            super(
                    "gcg-multi",
                    "GCG-Multi",
                    "Zou et al. 2023, arXiv 2307.15043; HarmBench, arXiv 2402.04249",
                    "Plays test cases of GCG-Multi, one adversarial suffix for all behaviors, found by greedy coordinate gradient (Zou et al. 2023, arXiv 2307.15043; HarmBench, arXiv 2402.04249).");
        }
    }

    /** Plays test cases of GCG-Transfer: an adversarial suffix found on several open models. */
    public static final class GcgTransfer extends ReplayAttack {
        /** For the service loader. */
        public GcgTransfer() {
            super(
                    "gcg-transfer",
                    "GCG-Transfer",
                    "Zou et al. 2023, arXiv 2307.15043; HarmBench, arXiv 2402.04249",
                    "Plays test cases of GCG-Transfer, an adversarial suffix found on several open models (Zou et al. 2023, arXiv 2307.15043; HarmBench, arXiv 2402.04249).");
        }
    }

    /** Plays test cases of PEZ: a prompt found by projected gradients. */
    public static final class Pez extends ReplayAttack {
        /** For the service loader. */
        public Pez() {
            super(
                    "pez",
                    "PEZ",
                    "Wen et al. 2023, arXiv 2302.03668",
                    "Plays test cases of PEZ, a prompt found by projected gradients (Wen et al. 2023, arXiv 2302.03668).");
        }
    }

    /** Plays test cases of GBDA: a prompt found by gradients through a Gumbel softmax. */
    public static final class Gbda extends ReplayAttack {
        /** For the service loader. */
        public Gbda() {
            super(
                    "gbda",
                    "GBDA",
                    "Guo et al. 2021, arXiv 2104.13733",
                    "Plays test cases of GBDA, a prompt found by gradients through a Gumbel softmax (Guo et al. 2021, arXiv 2104.13733).");
        }
    }

    /** Plays test cases of UAT: a universal adversarial trigger found by gradients. */
    public static final class Uat extends ReplayAttack {
        /** For the service loader. */
        public Uat() {
            super(
                    "uat",
                    "UAT",
                    "Wallace et al. 2019, arXiv 1908.07125",
                    "Plays test cases of UAT, a universal adversarial trigger found by gradients (Wallace et al. 2019, arXiv 1908.07125).");
        }
    }

    /** Plays test cases of AutoPrompt: trigger words found by gradients. */
    public static final class AutoPrompt extends ReplayAttack {
        /** For the service loader. */
        public AutoPrompt() {
            super(
                    "autoprompt",
                    "AutoPrompt",
                    "Shin et al. 2020, arXiv 2010.15980",
                    "Plays test cases of AutoPrompt, trigger words found by gradients (Shin et al. 2020, arXiv 2010.15980).");
        }
    }

    /** Plays test cases of PGD: an image changed by projected gradient descent. HarmBench's own cases of it have images, which are an error
     * in a file of test cases; text alone is played. */
    public static final class Pgd extends ReplayAttack {
        /** For the service loader. */
        public Pgd() {
            super(
                    "pgd",
                    "PGD",
                    "Madry et al. 2017, arXiv 1706.06083; HarmBench, arXiv 2402.04249",
                    "Plays test cases of PGD, an image changed by projected gradient descent (Madry et al. 2017, arXiv 1706.06083; HarmBench, arXiv 2402.04249).");
        }
    }

    /** Plays test cases of TAP-Transfer: prompts that TAP found on another model. */
    public static final class TapTransfer extends ReplayAttack {
        /** For the service loader. */
        public TapTransfer() {
            super(
                    "tap-transfer",
                    "TAP-Transfer",
                    "Mehrotra et al. 2023, arXiv 2312.02119; HarmBench, arXiv 2402.04249",
                    "Plays test cases of TAP-Transfer, prompts that TAP found on another model (Mehrotra et al. 2023, arXiv 2312.02119; HarmBench, arXiv 2402.04249).");
        }
    }
}
