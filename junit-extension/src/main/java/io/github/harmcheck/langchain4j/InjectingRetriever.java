package io.github.harmcheck.langchain4j;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.query.Query;
import io.github.harmcheck.target.InjectionPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A retriever that finds what was planted before what it finds itself. */
record InjectingRetriever(ContentRetriever retriever, InjectionPoint point) implements ContentRetriever {
    private static final String ID = "planted";

    @Override
    public List<Content> retrieve(Query query) {
        Optional<String> planted = point.text();
        if (planted.isEmpty()) {
            return retriever.retrieve(query);
        }
        List<Content> found = new ArrayList<>();
        found.add(Content.from(TextSegment.from(planted.get(), Metadata.from("id", ID))));
        found.addAll(retriever.retrieve(query));
        return found;
    }
}
