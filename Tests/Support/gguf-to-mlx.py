"""Makes a directory that mlx_lm opens from a GGUF file of the Llama family, for tests.

    gguf-to-mlx.py FILE.gguf DIRECTORY

The weights become 32-bit numbers, the only ones that MLX computes fast without a GPU. Needs mlx and tokenizers.
"""

import json
import os
import sys
from pathlib import Path

import mlx.core as mx
from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers

CONTROL = 3

# GGUF's names of what each block holds, and those of the Llama implementation in mlx_lm.
BLOCK_NAMES = {
    "attn_norm": "input_layernorm",
    "attn_q": "self_attn.q_proj",
    "attn_k": "self_attn.k_proj",
    "attn_v": "self_attn.v_proj",
    "attn_output": "self_attn.o_proj",
    "ffn_norm": "post_attention_layernorm",
    "ffn_gate": "mlp.gate_proj",
    "ffn_up": "mlp.up_proj",
    "ffn_down": "mlp.down_proj",
}
OTHER_NAMES = {"token_embd": "model.embed_tokens", "output_norm": "model.norm", "output": "lm_head"}


def dequantized(arrays, name):
    """The weight of a name, which MLX may have read as packed integers with scales and biases."""
    weight = arrays[f"{name}.weight"]
    scales = arrays.get(f"{name}.scales")
    if scales is None:
        return weight.astype(mx.float32)
    bits = weight.shape[-1] * 32 // (scales.shape[-1] * 32)
    scales, biases = scales.astype(mx.float32), arrays[f"{name}.biases"].astype(mx.float32)
    return mx.dequantize(weight, scales, biases, group_size=32, bits=bits)


def unpermuted(weight, heads):
    """Undoes the order of rows that GGUF keeps queries and keys in: pairs beside each other, not in two halves."""
    rows, columns = weight.shape
    return weight.reshape(heads, rows // heads // 2, 2, columns).swapaxes(1, 2).reshape(rows, columns)


def weights(arrays, heads, kv_heads):
    result = {}
    for name in sorted(key.removesuffix(".weight") for key in arrays if key.endswith(".weight")):
        weight = dequantized(arrays, name)
        if name.startswith("blk."):
            _, number, part = name.split(".")
            if part in ("attn_q", "attn_k"):
                weight = unpermuted(weight, heads if part == "attn_q" else kv_heads)
            name = f"model.layers.{number}.{BLOCK_NAMES[part]}"
        else:
            name = OTHER_NAMES[name]
        result[f"{name}.weight"] = weight
    mx.eval(result)
    return result


def tokenizer(metadata):
    tokens = metadata["tokenizer.ggml.tokens"]
    merges = [tuple(pair.split(" ", 1)) for pair in metadata["tokenizer.ggml.merges"]]
    built = Tokenizer(models.BPE(vocab={token: number for number, token in enumerate(tokens)}, merges=merges))
    built.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False)]
    )
    built.decoder = decoders.ByteLevel()
    kinds = metadata["tokenizer.ggml.token_type"].tolist()
    built.add_special_tokens(
        [AddedToken(token, special=True, normalized=False) for token, kind in zip(tokens, kinds) if kind == CONTROL]
    )
    return built


def main(source, target):
    arrays, metadata = mx.load(source, return_metadata=True)

    def number(name):
        value = metadata[f"llama.{name}"].item()
        return int(value) if float(value).is_integer() else value

    def token(kind):
        return metadata["tokenizer.ggml.tokens"][metadata[f"tokenizer.ggml.{kind}_token_id"].item()]

    heads, kv_heads = number("attention.head_count"), number("attention.head_count_kv")
    config = {
        "model_type": "llama",
        "architectures": ["LlamaForCausalLM"],
        "hidden_size": number("embedding_length"),
        "num_hidden_layers": number("block_count"),
        "intermediate_size": number("feed_forward_length"),
        "num_attention_heads": heads,
        "num_key_value_heads": kv_heads,
        "rms_norm_eps": number("attention.layer_norm_rms_epsilon"),
        "rope_theta": number("rope.freq_base"),
        "max_position_embeddings": number("context_length"),
        "vocab_size": len(metadata["tokenizer.ggml.tokens"]),
        "tie_word_embeddings": "output.weight" not in arrays,
        "eos_token_id": metadata["tokenizer.ggml.eos_token_id"].item(),
        "torch_dtype": "float32",
    }
    tokenizer_config = {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "bos_token": token("bos"),
        "eos_token": token("eos"),
        "chat_template": metadata["tokenizer.chat_template"],
        "clean_up_tokenization_spaces": False,
    }
    target.mkdir(parents=True, exist_ok=True)
    mx.save_safetensors(str(target / "model.safetensors"), weights(arrays, heads, kv_heads), {"format": "mlx"})
    tokenizer(metadata).save(str(target / "tokenizer.json"))
    (target / "tokenizer_config.json").write_text(json.dumps(tokenizer_config, indent=1))
    # Last: a directory with a configuration is whole.
    (target / "config.json").write_text(json.dumps(config, indent=1))


if __name__ == "__main__":
    if len(sys.argv) != 3 or not os.path.isfile(sys.argv[1]):
        sys.exit(__doc__)
    main(sys.argv[1], Path(sys.argv[2]))
