import{b as e,g as t,h as s,j as i,l as a,m as r}from"./with-settings-hours-days.js";import"./settings.js";import{Ia as l,J as n,K as o,r as u,u as d}from"./app.js";function m({form:m,send:p,say:g,failed:c,changed:h}){let _=null,f=async(e,t,s)=>{try{let i=await p(`/calendars/${e}/import?preview=true&like=${s}`,t);_={path:e,file:t,like:s,changes:i}}catch(e){let{status:t,field:s}=e;_=null,413===t?g(n("settings_hours.import_large"),{bad:!0}):400===t?g(n("special_days"===s?"settings_hours.import_full":"settings_hours.import_odd"),{bad:!0}):c(e)}h(),requestAnimationFrame(()=>document.getElementById("import-title")?.focus())},$=()=>{_=null,h()},b=({added:e,changed:t})=>[...e,...t.map(({after:e})=>e)],y=()=>{if(!_)return;let t=`${_.path}.special_days`,i=b(_.changes),a=new Set(i.map(e=>e.date)),r=m.get(t),l=s([...r.filter(e=>!a.has(e.date)),...i]);if(l.length>e)return g(n("settings_hours.import_full"),{bad:!0});m.set(t,l),$()};return{look:f,view:e=>{if(_?.path!==e)return d;let{file:s,like:m,changes:p}=_,g=b(p);return u`<div class="thing-edit import" role="group" aria-labelledby="import-title">
<p id="import-title" class="import-title" tabindex="-1"><b>${s.name}</b> ${(({added:e,changed:t,same:s})=>[e.length?o("settings_hours.import_added",e.length):"",t.length?o("settings_hours.import_changed",t.length):"",s?o("settings_hours.import_same",s):""].filter(Boolean).join(n("common.list_comma"))||n("settings_hours.import_nothing"))(p)}</p>
${g.some(e=>e.like)?u`<div class="import-like">
<label for="import-like">${n("settings_hours.import_like")}</label>
${l("import-like",i.map((e,t)=>({value:String(t+1),label:e})),String(m),t=>{f(e,s,Number(t))})}
</div>`:d}
${g.length?u`<ul class="runs import-days">
${t(p.added).map(e=>u`<li class="run">${r(e)}</li>`)}
${(e=>{let s=new Map(e.map(({before:e,after:t})=>[t.date,e]));return t(e.map(({after:e})=>e)).map(e=>({run:e,before:s.get(e.date)}))})(p.changed).map(({run:e,before:t})=>u`<li class="run">${r(e,u`<s>${a(t)}</s> `)}</li>`)}
</ul>`:d}
${p.refused_in_all?(({refused:e,refused_in_all:t})=>u`<details class="import-refused">
<summary>${o("settings_hours.refused",t)}</summary>
<ul>
${e.map(e=>u`<li>${n("settings_hours.refused_line",{line:e.line,why:n(`settings_hours.refused_${e.code}`)})} <code>${e.text}</code></li>`)}
</ul>
</details>`)(p):d}
<div class="set-actions">
<button type="button" class="button quiet" @click=${$}>${n("settings_frame.cancel")}</button>
${g.length?u`<button type="button" class="button primary" @click=${y}>${o("settings_hours.import_take",g.length)}</button>`:d}
</div>
</div>`}}}export{m as createImport};
