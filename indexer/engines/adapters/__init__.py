"""The engines, a module or package each: the engine `x` of a manifest is `indexer.engines.adapters.x`."""
