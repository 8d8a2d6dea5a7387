import torch


def same(found, wanted):
    assert isinstance(found, torch.Tensor)
    assert found.shape == wanted.shape
    assert found.dtype == wanted.dtype
    assert torch.allclose(found, wanted, rtol=1e-6 if wanted.dtype == torch.float64 else 1e-5, atol=0)


def test_gives_the_average_distance(l1_distance):
    for shape in [(5, 3), (7,), (2, 3, 4), (1,), ()]:
        a, b = torch.randn(shape), torch.randn(shape)
        wanted = (a - b).abs().mean()
        same(l1_distance(a, b), wanted)


def test_takes_pixels_from_a_file(l1_distance):
    a, b = torch.randint(0, 256, (2, 6, 4), dtype=torch.uint8)
    wanted = (a.float() - b.float()).abs().mean()
    same(l1_distance(a, b), wanted)


def test_is_the_same_both_ways(l1_distance):
    dark, light = torch.full((4, 3), 3, dtype=torch.uint8), torch.full((4, 3), 7, dtype=torch.uint8)
    wanted = torch.tensor(4.0)
    same(l1_distance(dark, light), wanted)
    same(l1_distance(light, dark), wanted)


def test_refuses_other_shapes(l1_distance):
    for one, other in [((5, 3), (3,)), ((5,), (5, 1)), ((5, 1), (1, 5)), ((5,), (6,)), ((5,), ())]:
        try:
            l1_distance(torch.rand(one), torch.rand(other))
        except ValueError:
            continue
        raise AssertionError(f"{one} and {other} were not refused")


def test_keeps_float64(l1_distance):
    a = torch.randn(4, 3, dtype=torch.float64)
    b = a + 1e-9 * torch.rand(4, 3, dtype=torch.float64)
    wanted = (a - b).abs().mean()
    same(l1_distance(a, b), wanted)
