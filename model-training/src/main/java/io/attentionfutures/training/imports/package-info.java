/** Import: a user's own ONNX model in, a model bundle out. */
package io.attentionfutures.training.imports;
