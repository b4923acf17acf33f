package io.github.harmcheck.judge;

/** Half-precision numbers (IEEE 754 binary16) as the weights file holds them. */
final class Float16 {

    private static final int MANTISSA_BITS = 10;
    private static final int MANTISSA = (1 << MANTISSA_BITS) - 1;
    private static final int BIAS = 15;
    private static final float SMALLEST = 0x1p-24f;
    private static final int FLOAT_BIAS = 127;
    private static final int FLOAT_MANTISSA_BITS = 23;

    private Float16() {}

    /** Returns the number of 16 bits; infinities and NaN are not expected and read as large numbers. */
    static float toFloat(short bits) {
        int exponent = (bits >>> MANTISSA_BITS) & 0x1f;
        int mantissa = bits & MANTISSA;
        float magnitude = exponent == 0
                ? mantissa * SMALLEST
                : Float.intBitsToFloat((exponent + FLOAT_BIAS - BIAS) << FLOAT_MANTISSA_BITS
                        | mantissa << (FLOAT_MANTISSA_BITS - MANTISSA_BITS));
        return bits < 0 ? -magnitude : magnitude;
    }

    /**
     * Returns the nearest number that 16 bits can hold, ties to the larger magnitude.
     *
     * @throws IllegalArgumentException where it is too large or no number
     */
    static short of(float value) {
        float magnitude = Math.abs(value);
        if (!(magnitude < 65_504)) {
            throw new IllegalArgumentException("no half-precision number: " + value);
        }
        int exponent = Math.max(Math.getExponent(magnitude), 1 - BIAS);
        int scaled = Math.round(Math.scalb(magnitude, MANTISSA_BITS - exponent));
        int bits = scaled < 1 << MANTISSA_BITS ? scaled : ((exponent + BIAS - 1) << MANTISSA_BITS) + scaled;
        return (short) (value < 0 ? bits | 0x8000 : bits);
    }
}
