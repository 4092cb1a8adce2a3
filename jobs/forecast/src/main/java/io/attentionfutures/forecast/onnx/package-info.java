/** Reads and writes ONNX files, the open format in which bundles keep their networks. */
package io.attentionfutures.forecast.onnx;
