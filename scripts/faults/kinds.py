"""The kinds of fault that are planted, and how many of each."""

from scripts.faults import elsewhere, on_fences, on_figures, on_library, on_pages, on_terms
from scripts.faults.fault import Kind

INVISIBLE = ("Python", "py", "python3", 'python title="Try it"', "{ .python }")

KINDS = (
    Kind("a wrong digit in an output", on_fences.wrong_digit_in_an_output, 2),
    Kind("a changed line in a listing", on_fences.changed_line_in_a_listing),
    Kind("a wrong number in a sentence", on_pages.wrong_number_in_a_sentence),
    Kind("a number typed by hand", on_pages.typed_number, 2),
    *(Kind(f"an invisible fence: {i}", on_fences.invisible_fence(i)) for i in INVISIBLE),
    Kind("an invisible fence: tildes", on_fences.fence_of_tildes),
    Kind("an invisible fence: indented code", on_fences.indented_code),
    Kind("a fence hidden from readers", on_fences.needed_fence_hidden),
    Kind("a snippet that raises", on_fences.snippet_that_raises, 2),
    Kind("a marker that begins a line", on_pages.marker_that_begins_a_line),
    Kind("an operator of the library", on_library.changed_operator, 5),
    Kind("a wrong example in a docstring", on_library.wrong_digit_in_an_example),
    Kind("an altered figure", on_figures.altered_figure),
    Kind("an altered clip", on_figures.altered_clip),
    Kind("a figure's function changed", on_figures.function_changed),
    Kind("a figure's function removed", on_figures.function_removed),
    Kind("a figure that no page shows", on_figures.figure_that_no_page_shows),
    Kind("a broken link", on_pages.broken_link),
    Kind("a broken anchor", on_pages.broken_anchor),
    Kind("an image without alt text", on_pages.image_without_alt_text),
    Kind("broken LaTeX", on_pages.broken_latex),
    Kind("a lab that raises", elsewhere.lab_that_raises),
    Kind("another host: a page", elsewhere.page_that_fetches),
    Kind("another host: a lab", elsewhere.lab_that_fetches),
    Kind("another host: a stylesheet", elsewhere.stylesheet_that_fetches),
    Kind("another host: a script", elsewhere.script_that_fetches),
    Kind("another host: a template", elsewhere.template_that_fetches),
    Kind("a term that the glossary lacks", on_terms.unknown_term),
    Kind("a tooltip without meaning", on_terms.term_without_meaning),
    Kind("stale minutes", on_terms.stale_minutes),
    Kind("a page missing from nav", elsewhere.page_missing_from_nav),
)
