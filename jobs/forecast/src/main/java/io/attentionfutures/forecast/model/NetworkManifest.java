package io.attentionfutures.forecast.model;

/**
 * What a bundle says about one of its networks.
 *
 * @param name its name in the bundle: lower-case letters, digits and hyphens
 * @param architecture how it is built
 * @param hidden width of its recurrent layer; 0 if it was imported
 * @param seed seed of all random choices in its training; 0 if it was imported
 * @param epochs epochs of which the best was kept; 0 if no epoch beat the combined simple forecast,
 *     or if it was imported
 * @param sha256 hash of its ONNX file
 */
public record NetworkManifest(
        String name, Architecture architecture, int hidden, long seed, int epochs, String sha256) {}
