# %% [markdown]
# # Ampère's interaction between electrons (Y. Su and others)
#
# **The question.** Electrons exchange photons that carry their currents, not only their charges. How strong is this Ampère interaction between orbitals, in a
# metal, beside phonons; which spin couplings does it make?
#
# **The model.** Integrating the transverse field out leaves V_J(q, ω) between currents; between orbitals, integrals Uᵃ and Jᵃ that stand beside
# Coulomb's U and J in a Hubbard–Heisenberg model.

# %%
from few_body import solve, table, verdicts

# %% [markdown]
# ## Orbitals

# %%
found = solve("interaction", orbitals="1s,2s,2p0,2p+1")
table(
    [(r["first"], r["second"], r["coulombDirect"], r.get("coulombExchange", ""), r["ampereDirect"],
      r.get("ampereExchange", ""), r.get("singletTriplet", "")) for r in found["parameters"]],
    ("first", "second", "U Coulomb", "J Coulomb", "U Ampere", "J Ampere", "E_S - E_T"))

# %% [markdown]
# The paper drops the transverse projection from Eq. (22) on, because static currents have no divergence. Transition currents do: the literal
# integral of 1s and 2p is 223/6561 α², the transverse one 160/6561 α²; of 1s and 2s, whose current is all longitudinal, 7/2187 α² against nothing.

# %%
alpha = 0.0072973525643
rows = []
for second in ("2p0", "2s"):
    for gauge in ("literal", "transverse"):
        pair = solve("interaction", first="1s", second=second, channel="ampere", gauge=gauge)
        rows.append(("1s, " + second, gauge, pair["exchange"] / alpha**2))
table(rows, ("orbitals", "currents", "J / alpha^2"))
print("223/6561 = %.10g, 160/6561 = %.10g, 7/2187 = %.10g" % (223 / 6561, 160 / 6561, 7 / 2187))

# %% [markdown]
# ## How small is small?
#
# Coulomb's exchange grows like Z, Ampère's like Z³. Heavy ions reach a few tenths:

# %%
import matplotlib.pyplot as plt

charges = [1, 2, 4, 8, 16, 32, 64, 92]
figure, axis = plt.subplots(figsize=(6.5, 4), dpi=80)
for first, second in (("1s", "2p0"), ("2s", "2p0"), ("2p0", "3d+1")):
    ratio = []
    for charge in charges:
        coulomb = solve("interaction", first=first, second=second, charge=charge)["exchange"]
        ampere = solve("interaction", first=first, second=second, charge=charge, channel="ampere")["exchange"]
        ratio.append(ampere / coulomb)
    axis.loglog(charges, ratio, "o-", label=f"{first}, {second}")
axis.set(xlabel="Z", ylabel="J Ampère / J Coulomb")
axis.legend()
plt.show()

# %% [markdown]
# ## Screening
#
# The kernel decays over c/ω_p, 20 nm at ħω_p = 10 eV: the ⟨n⟩A² term gives the photon a mass. It is no screening of charge, and orbitals do not notice it:

# %%
rows = []
for energy in ("0eV", "10eV", "1000eV"):
    pair = solve("interaction", first="1s", second="2p0", channel="ampere", plasma_energy=energy)
    rows.append((energy, pair["system"]["screening"], pair["exchange"]))
table(rows, ("plasma energy", "lambda (1/bohr)", "J Ampere"))

# %% [markdown]
# ## Metals
#
# α1 compares with phonons at q = 0, where the photon is softest. Averaged over the Fermi sphere little is left:

# %%
rows = []
for metal in ("Sn", "Pb", "Al", "Cu"):
    e = solve("interaction", material=metal, phonon_coupling="0.1eV")["estimates"]
    rows.append((metal, e["alpha1"], e["alpha1PerIon"], e["alpha1FermiSurface"], e["alpha2"]))
table(rows, ("metal", "alpha_1", "with N/N_e", "Fermi sphere", "alpha_2"))

# %% [markdown]
# ## Claim by claim

# %%
claims = verdicts("su")
