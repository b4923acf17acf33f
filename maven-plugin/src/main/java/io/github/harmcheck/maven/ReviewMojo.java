package io.github.harmcheck.maven;

import io.github.harmcheck.gate.GateConfig;
import io.github.harmcheck.result.CampaignResult;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Writes down what nobody has confirmed, for a person to decide: {@code to-review.jsonl}, whose lines become reviews once
 * a verdict and a name are filled in, and {@code to-review.txt} to read. Takes the newest full campaign of each test.
 *
 * @since 0.1.0
 */
@Mojo(name = "review", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven fills the fields
public final class ReviewMojo extends AbstractGateMojo {

    /** Folder of the lists. */
    @Parameter(property = "harmcheck.review", defaultValue = "${project.build.directory}/harmcheck/review")
    File review;

    @Override
    void run() throws IOException {
        List<CampaignResult> campaigns = BuildEvidence.read(modules())
                .check(GateConfig.latest().failIfNoFindings(false).build())
                .campaigns();
        ReviewList list = ReviewList.write(campaigns, review.toPath(), reviews.toPath());
        if (list.texts() == 0) {
            getLog().info("HarmCheck review: nothing is left to review in " + campaigns.size() + " campaigns.");
            return;
        }
        getLog().info("HarmCheck review: " + list.texts() + " texts that nobody has confirmed.");
        getLog().info("  read:  " + list.readable() + " (harmful text ahead)");
        getLog().info("  copy:  lines of " + list.lines() + " to " + reviews
                + ", each with a verdict (succeeded, refused or deflected), a reviewer, a date and a note");
        getLog().info("  then:  mvn verify, or mvn harmcheck:check -Dharmcheck.build=latest");
    }
}
