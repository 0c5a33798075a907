package io.github.archrm.train.bench;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an operator of libtorch does, by its name in a profile. Views count among the copies: they
 * move nothing, and what they take is the price of another layout.
 *
 * <p>An operator on weights counts as {@link #OPTIMIZER} whatever it does; that shows in when it
 * runs, see {@link StepProfiler}.
 */
public enum OperatorGroup {
  /** Matrix products, attention in one operator included. */
  PRODUCTS(
      """
      mm bmm addmm baddbmm addbmm matmul linear mkldnn_linear mv addmv dot einsum outer
      """),

  CONVOLUTION("conv_depthwise2d slow_conv2d_forward thnn_conv2d"),

  /** Every cell by itself. */
  ELEMENT_WISE(
      """
      abs add addcdiv addcmul atan2 bitwise_and bitwise_not bitwise_or clamp clamp_max
      clamp_min cos div eq erf floor ge gelu glu gt hardtanh le lerp logical_and logical_not
      logical_or lt masked_fill maximum minimum mul ne neg pow reciprocal relu round rsqrt
      rsub sigmoid sign silu sin sqrt square sub tanh threshold where
      """),

  /** The exponential function, and what is made of it. */
  SOFTMAX("exp exp2 expm1 logsumexp safe_softmax softmax"),

  /** Sums and the like, and the norms that are made of them. */
  REDUCTIONS(
      """
      all amax amin any argmax argmin cumsum fused_rms_norm layer_norm linalg_vector_norm
      max mean min native_layer_norm norm prod rms_norm std sum var var_mean
      """),

  /** Copies, new arrays, and other views of the same memory. */
  COPIES(
      """
      alias arange as_strided broadcast_to cat chunk clone concat constant_pad_nd contiguous
      copy detach empty empty_like empty_strided expand expand_as fill flatten full
      full_like item lift_fresh local_scalar_dense movedim narrow new_empty
      new_empty_strided new_full new_ones new_zeros ones ones_like pad permute repeat
      reshape reshape_alias resize resolve_conj resolve_neg roll scalar_tensor select slice
      split split_with_sizes squeeze stack swapaxes t to to_copy transpose unbind unfold
      unsafe_view unsqueeze view view_as zero zeros zeros_like
      """),

  /** Everything that runs between the gradients and the end of a step. */
  OPTIMIZER(""),

  /** Embeddings, what is taken by an index, and the logarithms of the loss. */
  LOOK_UPS(
      """
      binary_cross_entropy binary_cross_entropy_with_logits cross_entropy_loss embedding
      embedding_dense gather index index_add index_put index_put_impl index_select log log1p
      log_sigmoid log_sigmoid_forward log_softmax nll_loss nll_loss_forward nll_loss_nd
      one_hot scatter scatter_add softplus take take_along_dim
      """),

  /** Java and its bridge, autograd's own work, and operators that no other group knows. */
  REST("");

  private static final String LIBRARY = "aten::";

  /** Of many arrays at once, in place, of a gradient: the same operation. */
  private static final Pattern PREFIX = Pattern.compile("^_*(foreach_)?");

  private static final Pattern SUFFIX = Pattern.compile("(_backward.*)?_?$");

  private final Set<String> operators;

  /**
   * @param operators without what they share with those of gradients, in place, or of many arrays
   */
  OperatorGroup(String operators) {
    this.operators = Set.of(operators.split("\\s+"));
  }

  /**
   * The group of an operator that is not the optimizer's.
   *
   * @param name as the profile has it, such as {@code aten::mul_}
   */
  static OperatorGroup of(String name) {
    if (!name.startsWith(LIBRARY)) {
      return REST;
    }
    String plain = PREFIX.matcher(name.substring(LIBRARY.length())).replaceFirst("");
    plain = SUFFIX.matcher(plain).replaceFirst("");
    if (plain.startsWith("scaled_dot_product")) {
      return PRODUCTS;
    }
    if (plain.matches("(mkldnn_|cudnn_)?conv(olution|\\dd).*")) {
      return CONVOLUTION;
    }
    for (OperatorGroup group : values()) {
      if (group.operators.contains(plain)) {
        return group;
      }
    }
    return REST;
  }
}
