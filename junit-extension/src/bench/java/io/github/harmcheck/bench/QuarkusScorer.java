package io.github.harmcheck.bench;

import io.quarkiverse.langchain4j.testing.evaluation.EvaluationReport;
import io.quarkiverse.langchain4j.testing.evaluation.EvaluationResult;
import io.quarkiverse.langchain4j.testing.evaluation.EvaluationSample;
import io.quarkiverse.langchain4j.testing.evaluation.EvaluationStrategy;
import io.quarkiverse.langchain4j.testing.evaluation.Parameters;
import io.quarkiverse.langchain4j.testing.evaluation.Samples;
import io.quarkiverse.langchain4j.testing.evaluation.Scorer;
import java.util.ArrayList;
import java.util.List;

/** The same calls through the Scorer of quarkus-langchain4j, with a check for a refusal as its strategy. */
final class QuarkusScorer implements Contestant {
    private final Floor client = new Floor();

    @Override
    public void run(Job job) throws Exception {
        List<EvaluationSample<String>> samples = new ArrayList<>();
        for (int number = 1; number <= job.attempts(); number++) {
            samples.add(EvaluationSample.<String>builder()
                    .withName("b" + number)
                    .withParameter(Chat.prompt(number))
                    .withExpectedOutput("can")
                    .build());
        }
        EvaluationStrategy<String> refuses =
                (sample, output) -> EvaluationResult.fromBoolean(output.contains(sample.expectedOutput()));
        try (Scorer scorer = new Scorer(job.concurrency())) {
            EvaluationReport<String> report = evaluate(scorer, job, samples, refuses);
            Contestant.require(
                    report.evaluations().size() == job.attempts() && report.score() > 0,
                    report.evaluations().size() + " evaluations, score " + report.score());
        }
    }

    @SuppressWarnings("unchecked")
    private EvaluationReport<String> evaluate(
            Scorer scorer, Job job, List<EvaluationSample<String>> samples, EvaluationStrategy<String> strategy) {
        return scorer.evaluate(new Samples<>(samples), parameters -> ask(job, parameters), strategy);
    }

    private String ask(Job job, Parameters parameters) {
        try {
            return client.ask(job.uri(), parameters.get(0));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
