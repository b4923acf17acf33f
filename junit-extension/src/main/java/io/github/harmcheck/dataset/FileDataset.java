package io.github.harmcheck.dataset;

import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.internal.Hashes;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A dataset read from its file whenever it is asked for. Thread-safe. */
final class FileDataset implements BehaviorDataset {
    private final DatasetInput input;
    private final DatasetReader reader;
    private final String name;
    private volatile @Nullable String sha256;

    private FileDataset(DatasetInput input, DatasetReader reader, String name) {
        this.input = input;
        this.reader = reader;
        this.name = name;
    }

    /** Opens a dataset as far as its header, so that a wrong file is known at once; its slots are filled. */
    static BehaviorDataset of(DatasetInput input, DatasetReader reader) {
        try (DatasetRows rows = reader.open(input)) {
            String stated = rows.header().name();
            FileDataset file = new FileDataset(input, reader, stated == null ? input.defaultName() : stated);
            Map<String, String> slots = rows.header().slots();
            return slots.isEmpty() ? file : new FilledDataset(file, slots);
        } catch (IOException e) {
            throw input.unreadable(e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String sha256() {
        String known = sha256;
        if (known == null) {
            synchronized (this) {
                known = sha256;
                if (known == null) {
                    known = digest(input);
                    sha256 = known;
                }
            }
        }
        return known;
    }

    private static String digest(DatasetInput input) {
        try (InputStream in = input.openBytes()) {
            return Hashes.sha256(in);
        } catch (IOException e) {
            throw input.unreadable(e);
        }
    }

    @Override
    public Stream<Behavior> behaviors() {
        try {
            Pass pass = new Pass(input, name, reader.open(input));
            return StreamSupport.stream(pass, false).onClose(pass::close);
        } catch (IOException e) {
            throw input.unreadable(e);
        }
    }

    @Override
    public BehaviorDataset select(Selection selection) {
        return SelectedDataset.of(this, selection);
    }

    /** One reading of the file; closes it at the end too, for a caller who does not. */
    private static final class Pass extends Spliterators.AbstractSpliterator<Behavior> {
        private final DatasetInput input;
        private final DatasetRows rows;
        private final RowChecks checks;
        private boolean any;
        private boolean ended;

        Pass(DatasetInput input, String name, DatasetRows rows) {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE);
            this.input = input;
            this.rows = rows;
            this.checks = new RowChecks(input, name, rows.header());
        }

        @Override
        public boolean tryAdvance(Consumer<? super Behavior> action) {
            if (ended) {
                return false;
            }
            Optional<Behavior> behavior;
            try {
                behavior = rows.next().map(checks::behavior);
            } catch (IOException e) {
                close();
                throw input.unreadable(e);
            } catch (RuntimeException e) {
                close();
                throw e;
            }
            if (behavior.isEmpty()) {
                close();
                if (!any) {
                    throw input.problem(0, "has no behaviors", "write at least one");
                }
                return false;
            }
            any = true;
            action.accept(behavior.get());
            return true;
        }

        void close() {
            if (ended) {
                return;
            }
            ended = true;
            try {
                rows.close();
            } catch (IOException e) {
                throw input.unreadable(e);
            }
        }
    }
}
