/** Places of the head that exclude each other within a group. A row is "value: wording | wording". */
export const enHeadLevels: Readonly<Record<string, string>> = {
  "brain lobe": `
    frontal lobe: frontal lobe | frontal | frontal cortex
    parietal lobe: parietal lobe | parietal
    temporal lobe: temporal lobe | temporal
    occipital lobe: occipital lobe | occipital
    insula: insula | insular | insular cortex
    cerebellum: cerebellum | cerebellar
    frontoparietal: frontoparietal
    temporoparietal: temporoparietal
    parietooccipital: parietooccipital | parieto occipital
    frontotemporal: frontotemporal
  `,
  "deep brain": `
    thalamus: thalamus | thalamic
    putamen: putamen | putaminal
    caudate: caudate | caudate nucleus | caudate head
    pallidum: globus pallidus | pallidum | pallidal
    pons: pons | pontine
    midbrain: midbrain | mesencephalon | mesencephalic
    medulla: medulla oblongata
    corpus callosum: corpus callosum | callosal
    internal capsule: internal capsule
    corona radiata: corona radiata
    hippocampus: hippocampus | hippocampal
    amygdala: amygdala
  `,
  "white matter": `
    periventricular: periventricular
    juxtacortical: juxtacortical
    subcortical: subcortical
    infratentorial: infratentorial
    supratentorial: supratentorial
  `,
  meninges: `
    epidural: epidural | extradural
    subdural: subdural
    subarachnoid: subarachnoid
    intraventricular: intraventricular
    intraparenchymal: intraparenchymal | intracerebral
  `,
};
