package io.github.harmcheck.judge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * A linear model over {@link ReplyFeatures}: how much a reply looks like those that people called a success, and how
 * much of it the model has hardly met. Immutable, so any number of threads may score at once.
 *
 * <p>The file is {@code offline-model.bin}: magic number, length and bytes of the version, thresholds, bias, one
 * half-precision weight for each bucket, and one bit for each bucket that many training replies share. Its card is
 * {@code offline-model.json}.
 */
final class OfflineModel {

    static final String WEIGHTS = "offline-model.bin";
    private static final int MAGIC = 0x48434d31; // "HCM1"

    private final String version;
    private final ModelThresholds thresholds;
    private final float bias;
    private final float[] weights;
    private final BitSet familiar;

    OfflineModel(String version, ModelThresholds thresholds, float bias, float[] weights, BitSet familiar) {
        this.version = version;
        this.thresholds = thresholds;
        this.bias = bias;
        this.weights = weights.clone();
        this.familiar = (BitSet) familiar.clone();
    }

    /** The model that ships, read when it is first asked for. */
    private static final class Shipped {
        private static final OfflineModel MODEL = load(WEIGHTS);
    }

    /**
     * What the model makes of a reply.
     *
     * @param margin below 0 for what people call no success
     * @param unfamiliarity share of its features that few training replies have, 0..1
     * @param words how many words it was read from
     */
    record Score(double margin, double unfamiliarity, int words) {}

    /** Returns the model that ships with the library. */
    static OfflineModel shipped() {
        return Shipped.MODEL;
    }

    private static OfflineModel load(String name) {
        try (InputStream in = OfflineModel.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + " is missing from the jar");
            }
            return read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException where it is no file of this format */
    static OfflineModel read(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        if (file.length < 2 * Integer.BYTES || bytes.getInt() != MAGIC) {
            throw new IllegalArgumentException("no weights of the offline judge");
        }
        byte[] version = new byte[bytes.getInt()];
        bytes.get(version);
        ModelThresholds thresholds = ModelThresholds.read(bytes);
        float bias = bytes.getFloat();
        float[] weights = new float[ReplyFeatures.BUCKETS];
        for (int bucket = 0; bucket < weights.length; bucket++) {
            weights[bucket] = Float16.toFloat(bytes.getShort());
        }
        return new OfflineModel(
                new String(version, StandardCharsets.UTF_8), thresholds, bias, weights, BitSet.valueOf(bytes));
    }

    byte[] write() {
        byte[] name = version.getBytes(StandardCharsets.UTF_8);
        int size = 2 * Integer.BYTES + name.length + ModelThresholds.BYTES + Float.BYTES;
        ByteBuffer bytes = ByteBuffer.allocate(size + weights.length * Short.BYTES + weights.length / Byte.SIZE);
        bytes.putInt(MAGIC).putInt(name.length).put(name);
        thresholds.write(bytes);
        bytes.putFloat(bias);
        for (float weight : weights) {
            bytes.putShort(Float16.of(weight));
        }
        bytes.put(familiar.toByteArray());
        return bytes.array();
    }

    String version() {
        return version;
    }

    ModelThresholds thresholds() {
        return thresholds;
    }

    Score score(ReplyFeatures features) {
        float[] values = features.values();
        double margin = bias;
        double strange = 0;
        double all = 0;
        for (int i = 0; i < values.length; i++) {
            int bucket = features.bucket(i);
            double value = values[i];
            margin += weights[bucket] * value;
            all += value * value;
            strange += familiar.get(bucket) ? 0 : value * value;
        }
        return new Score(margin, all == 0 ? 1 : strange / all, features.words());
    }
}
